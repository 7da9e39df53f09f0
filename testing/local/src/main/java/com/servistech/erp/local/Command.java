package com.servistech.erp.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, with its output in a file so that a silent child cannot block the reader. */
final class Command {

    /**
     * @param exit the exit code
     * @param output what it printed, both streams together
     */
    record Result(int exit, String output) {}

    private Command() {}

    static Result run(Path home, List<String> command, Duration patience) {
        Path output = home.resolve("command.log");
        try {
            ProcessBuilder builder = builder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new LocalStackException(command.get(0) + " gave no answer within " + patience.toSeconds() + " s: "
                        + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output).strip());
        } catch (IOException e) {
            throw new LocalStackException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("interrupted while running " + command.get(0), e);
        }
    }

    /** Messages in English, and none of the user's own PostgreSQL settings. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }
}
