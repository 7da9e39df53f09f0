package com.servistech.erp.cli.jobs;

import picocli.CommandLine.Command;

/** The group; each command says what it does with {@code --help}. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "Tareas programadas: ver, correr ahora y atender.",
        subcommands = {ListCommand.class, RunCommand.class, WorkCommand.class})
public final class JobsCommand {}
