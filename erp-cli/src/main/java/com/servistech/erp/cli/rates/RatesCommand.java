package com.servistech.erp.cli.rates;

import picocli.CommandLine.Command;

/** The group; each command says what it does with {@code --help}. */
@Command(
        name = "rates",
        mixinStandardHelpOptions = true,
        description = "Tasas de cambio: consultar, pedir, importar, confirmar y probar.",
        subcommands = {
            CurrentCommand.class,
            HistoryCommand.class,
            EffectiveCommand.class,
            RefreshCommand.class,
            ImportCommand.class,
            ReparseCommand.class,
            ConfirmCommand.class,
            ParseCommand.class
        })
public final class RatesCommand {}
