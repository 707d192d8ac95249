export const USAGE_EN = `Usage: patti <command> [options]

  push <file> --pact <id>   send a file of outcomes (.csv, .ndjson, .jsonl, .json; .xml: UniLav)
    --kind <kind>           what the rows of a CSV file are: employment, pathway, …
    --source <code>         the source that speaks (default: the file's own, else the key's)
    --mode partial|atomic   every row that fits (default), or all rows or none
    --dry-run               tell what would become of each row, store nothing
    --faults                write all faults to <file>.faults.ndjson
    --format csv|ndjson|json|xml  where the name of the file does not tell
    --encoding <name>       of the file (default utf-8), e.g. windows-1252
    --delimiter semicolon|comma   of a CSV file (default: seen in its header)
    --dates iso|it          2026-03-31 (default) or 31/03/2026
    --decimals point|comma
    --part-rows <1–10000>   rows a request (default 5000)
    --state <folder>        where an interrupted push is remembered (default: beside the file)
  template <kind>           write an empty table of a kind of record
    --format csv|xlsx       a workbook also explains each column (default csv)
    --delimiter semicolon|comma   of a CSV file (default semicolon)
    --output <file>         default: <kind>.csv or <kind>.xlsx; nothing is overwritten
  me                        whose key this is, and what it may do
  results <batch> --pact <id>           what became of each row of a batch, as NDJSON

  --url <address>           the service (default PATTI_URL, else http://127.0.0.1:3000)
  --key-file <file>         the key (default: PATTI_KEY); never on the command line
  --plain-http              allow an address without encryption on another machine

Exit codes: 0 all rows taken, 1 some rejected, 2 refused or failed, 64 wrong usage, 130 interrupted.
`;

export const USAGE_IT = `Uso: patti <comando> [opzioni]

  push <file> --pact <id>   invia un file di esiti (.csv, .ndjson, .jsonl, .json; .xml: UniLav)
    --kind <tipo>           che cosa sono le righe di un CSV: employment, pathway, …
    --source <codice>       la fonte che parla (se manca: quella del file, o della chiave)
    --mode partial|atomic   ogni riga valida (predefinito), oppure tutte o nessuna
    --dry-run               dice che cosa accadrebbe a ogni riga, non registra nulla
    --faults                scrive tutti gli errori in <file>.faults.ndjson
    --format csv|ndjson|json|xml  se il nome del file non lo dice
    --encoding <nome>       del file (predefinito utf-8), per esempio windows-1252
    --delimiter semicolon|comma   di un CSV (predefinito: si vede dall'intestazione)
    --dates iso|it          2026-03-31 (predefinito) o 31/03/2026
    --decimals point|comma
    --part-rows <1–10000>   righe per richiesta (predefinito 5000)
    --state <cartella>      dove si ricorda un invio interrotto (predefinito: accanto al file)
  template <tipo>           scrive una tabella vuota di un tipo di registrazione
    --format csv|xlsx       la cartella di lavoro spiega anche ogni colonna (predefinito csv)
    --delimiter semicolon|comma   di un CSV (predefinito semicolon)
    --output <file>         predefinito: <tipo>.csv o <tipo>.xlsx; nulla viene sovrascritto
  me                        di chi è la chiave e che cosa può fare
  results <lotto> --pact <id>           che cosa è stato di ogni riga di un lotto, in NDJSON

  --url <indirizzo>         il servizio (predefinito PATTI_URL, o http://127.0.0.1:3000)
  --key-file <file>         la chiave (predefinito: PATTI_KEY); mai sulla riga di comando
  --plain-http              permette un indirizzo non cifrato su un'altra macchina

Codici d'uscita: 0 tutte le righe prese, 1 alcune respinte, 2 rifiutato o fallito, 64 uso errato, 130 interrotto.
`;
