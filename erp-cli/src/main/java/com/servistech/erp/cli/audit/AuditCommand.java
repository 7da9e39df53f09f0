package com.servistech.erp.cli.audit;

import picocli.CommandLine.Command;

/** {@code erp audit ..}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "El registro de auditoría: sellarlo, verificarlo y entregarlo a un tercero (docs/audit.md).",
        subcommands = {SealCommand.class, VerifyCommand.class, ExportCommand.class, MonthsCommand.class})
public final class AuditCommand {}
