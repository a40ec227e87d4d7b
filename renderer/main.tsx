import './client/jitless.ts';
import './fonts.css';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { connect } from './client/connect.ts';
import { NOT_PAIRED } from './client/http.ts';
import { App } from './frame/App.tsx';
import { NoWay } from './frame/NoWay.tsx';
import { PATIENT_SCREEN } from './patientScreen/address.ts';
import { PatientWindow } from './patientScreen/PatientWindow.tsx';
import { PairScreen } from './screens/secondComputer/PairScreen.tsx';
import { setWindowLanguage, startLanguage } from './text/language.ts';

setWindowLanguage(startLanguage());
const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');
const view = createRoot(root);
try {
  const api = await connect();
  const isPatients = location.hash === `#${PATIENT_SCREEN}`;
  if (api === NOT_PAIRED) view.render(<PairScreen />);
  else view.render(api ? isPatients ? <PatientWindow api={api} /> : <App api={api} /> : <NoWay reason="noKey" />);
} catch {
  view.render(<NoWay reason="noConnection" />);
}
