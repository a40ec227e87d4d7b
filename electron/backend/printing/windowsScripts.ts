/**
 * What Windows is asked, as PowerShell. Values come in the environment (`CL_…`), so that no name of a printer or file can
 * become a command.
 */

/** Every printer with its state and what it can do, as JSON. */
export const LIST = `$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Drawing
ConvertTo-Json -Compress -Depth 3 -InputObject @(Get-Printer | ForEach-Object {
  $s = New-Object System.Drawing.Printing.PrinterSettings
  $s.PrinterName = $_.Name
  [pscustomobject]@{
    Name = $_.Name
    PrinterStatus = "$($_.PrinterStatus)"
    BothSides = [bool]$s.CanDuplex
    Trays = @($s.PaperSources | ForEach-Object { $_.SourceName })
    Sizes = @($s.PaperSizes | ForEach-Object { $_.PaperName })
  }
})`;

/** Finds the newest job of a printer whose document has the name of the file. */
export const FIND_JOB = `$ErrorActionPreference = 'Stop'
function Find-Job {
  $name = [System.IO.Path]::GetFileName($env:CL_FILE)
  Get-PrintJob -PrinterName $env:CL_PRINTER -ErrorAction SilentlyContinue |
    Where-Object { $_.DocumentName -like "*$name*" } | Sort-Object Id | Select-Object -Last 1
}`;

/** Prints the file and writes the number of its job; nothing where none was seen within ten seconds after. */
export const PRINT = `$a = @('-print-to', ('"' + $env:CL_PRINTER + '"'), '-print-settings', ('"' + $env:CL_SETTINGS + '"'),
  '-silent', '-exit-when-done', ('"' + $env:CL_FILE + '"'))
$p = Start-Process -FilePath $env:CL_SUMATRA -ArgumentList $a -PassThru -WindowStyle Hidden
$after = 0
while ($after -lt 50) {
  $job = Find-Job
  if ($job) { break }
  if ($p.HasExited) { $after++ }
  Start-Sleep -Milliseconds 200
}
$p.WaitForExit(60000) | Out-Null
if ($job) { $job.Id }`;

/** One job as JSON, in a list that is empty when the spooler has it no more. */
export const JOB = `$ErrorActionPreference = 'Stop'
Get-Printer -Name $env:CL_PRINTER | Out-Null
ConvertTo-Json -Compress -InputObject @(Get-PrintJob -PrinterName $env:CL_PRINTER |
  Where-Object { $_.Id -eq [int]$env:CL_JOB } |
  ForEach-Object { [pscustomobject]@{ JobStatus = "$($_.JobStatus)"; PagesPrinted = $_.PagesPrinted } })`;

export const REMOVE_JOB = `$ErrorActionPreference = 'Stop'
Remove-PrintJob -PrinterName $env:CL_PRINTER -ID ([int]$env:CL_JOB)`;

/** Takes the pause off a printer. */
export const RESUME = `$ErrorActionPreference = 'Stop'
$p = Get-CimInstance Win32_Printer -Filter ("Name='" + $env:CL_PRINTER.Replace('\\','\\\\').Replace("'","\\'") + "'")
Invoke-CimMethod -InputObject $p -MethodName Resume | Out-Null`;
