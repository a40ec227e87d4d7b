import { Page, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Furniture, HandoutModel, Identity } from '#core/domain/handoutModel.ts';
import { Across } from './across.tsx';
import { tagged } from './engine/tags.ts';
import type { Fonts } from './fonts.ts';
import { INK, LINE, LINE_HEIGHT, type Look, MARGIN, PAPER_WHITE } from './theme.ts';
import { Words } from './words.tsx';

/** Width kept for the mark in every state, so that a mark never moves a line. */
const MARK_WIDTH = 262;
const MARK_HEIGHT = 16;
/** What still fits on the mark's one line at 10 pt. */
const MARK_LETTERS = 40;
const PAGE_NUMBER_WIDTH = 76;
const footerWidth = (look: Look) => look.width - PAGE_NUMBER_WIDTH;

const FOOTER_RULE = 0.75;
/** The footer is as low as may be: the text above it ends that much later. */
const FOOTER = { lineHeight: 1.16, top: 2.6, pageNumber: 10 };

/** Lines of the footer. */
function footerLines({ footer }: Furniture, look: Look, fonts: Fonts): number {
  return Math.ceil((fonts.widthOf(footer, look.theme.family) * look.theme.footer * UNEVEN) / footerWidth(look));
}

/** A broken line is a little shorter than its column. */
const UNEVEN = 1.03;

/** For the engine: only the first page of a part may have another head than the rest, so that room is measured for two. */
const ALIKE: object = { alikeFrom: 2 };

/**
 * One part of the handout on pages of its own: the identity on each page but the first of the act part, the footer and
 * the words across, around the part's blocks. `onPages` hears how many pages there are.
 */
export function Sheet(props: {
  look: Look;
  model: HandoutModel;
  fonts: Fonts;
  act?: boolean;
  onPages?: (pages: number) => void;
  children: ReactNode;
}): ReactNode {
  const { look, model, fonts, act, onPages } = props;
  const lines = footerLines(model.furniture, look, fonts);
  const style = {
    paddingTop: MARGIN.top,
    paddingRight: MARGIN.right,
    paddingBottom: MARGIN.bottom + Math.max(lines * look.theme.footer, FOOTER.pageNumber) * FOOTER.lineHeight + FOOTER.top,
    paddingLeft: MARGIN.left,
    fontFamily: look.theme.family,
    fontSize: look.theme.body,
    color: INK,
  };
  return (
    <Page
      size={look.page.size}
      style={style}
      {...ALIKE}
      layout={({ children, pageNumber = 1, totalPages, subPageNumber = 1, subPageTotalPages }) => {
        if (subPageTotalPages !== undefined) onPages?.(subPageTotalPages);
        return (
          <>
            {model.furniture.across.length > 0 && <Across words={model.furniture.across} look={look} fonts={fonts} />}
            {act && subPageNumber === 1 ? null : <RunningIdentity look={look} identity={model.identity} furniture={model.furniture} />}
            <View style={{ flexGrow: 1 }}>{children}</View>
            <Footer look={look} furniture={model.furniture} page={pageNumber} pages={totalPages ?? 1} />
          </>
        );
      }}
    >
      {props.children}
    </Page>
  );
}

/** A line and the mark beside it; a line too long for that stands above the mark's place. */
export function BesideMark(props: { look: Look; mark: Furniture['mark']; children: ReactNode }): ReactNode {
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap', justifyContent: 'space-between' }}>
      {props.children}
      <MarkBox look={props.look} mark={props.mark} />
    </View>
  );
}

/** The box with the state of the paper; its place is kept when there is none. */
function MarkBox(props: { look: Look; mark: Furniture['mark'] }): ReactNode {
  const { look, mark } = props;
  if (!mark) return <View style={{ width: MARK_WIDTH, height: MARK_HEIGHT }} />;
  const size = mark.text.length > MARK_LETTERS ? 9 : 10;
  return (
    <View style={{ width: MARK_WIDTH, minHeight: MARK_HEIGHT, marginLeft: 'auto', flexDirection: 'row', justifyContent: 'flex-end' }}>
      <Words
        look={look}
        text={mark.text}
        width={MARK_WIDTH}
        snug
        size={size}
        bold
        color={mark.strong ? PAPER_WHITE : INK}
        lineHeight={LINE_HEIGHT.single}
        style={{
          borderWidth: 1.2,
          borderColor: INK,
          paddingHorizontal: 5,
          paddingTop: 0.8,
          ...(mark.strong ? { backgroundColor: INK } : {}),
        }}
      />
    </View>
  );
}

function RunningIdentity(props: { look: Look; identity: Identity; furniture: Furniture }): ReactNode {
  const { look, identity, furniture } = props;
  return (
    <View {...tagged('Artifact')} style={{ borderBottomWidth: 0.75, borderBottomColor: LINE, paddingBottom: 1.5, marginBottom: 2 }}>
      <BesideMark look={look} mark={furniture.mark}>
        <Words
          look={look}
          text={`*${identity.name}* · ${identity.record}`}
          width={look.width}
          wide
          snug
          size={10}
          lineHeight={LINE_HEIGHT.single}
        />
      </BesideMark>
      <Words
        look={look}
        text={`${identity.age} · ${identity.visit} · ${identity.doctor}`}
        width={look.width}
        wide
        size={10}
        lineHeight={LINE_HEIGHT.single}
      />
    </View>
  );
}

function Footer(props: { look: Look; furniture: Furniture; page: number; pages: number }): ReactNode {
  const { look, furniture, page, pages } = props;
  const pageOf = furniture.pageOf.replace('{page}', String(page)).replace('{pages}', String(pages));
  return (
    <View
      {...tagged('Artifact')}
      style={{
        position: 'absolute',
        left: MARGIN.left,
        bottom: MARGIN.bottom,
        width: look.width,
        borderTopWidth: FOOTER_RULE,
        borderTopColor: LINE,
        paddingTop: FOOTER.top - FOOTER_RULE,
        flexDirection: 'row',
        justifyContent: 'space-between',
      }}
    >
      <Words look={look} text={furniture.footer} width={footerWidth(look)} wide size={look.theme.footer} lineHeight={FOOTER.lineHeight} />
      <Words
        look={look}
        text={pageOf}
        width={PAGE_NUMBER_WIDTH}
        size={FOOTER.pageNumber}
        bold
        lineHeight={FOOTER.lineHeight}
        style={{ textAlign: 'right' }}
      />
    </View>
  );
}
