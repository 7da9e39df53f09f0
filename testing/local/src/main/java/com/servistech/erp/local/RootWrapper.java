package com.servistech.erp.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. On Linux a user namespace of its own makes it see an ordinary user while the files
 * stay root's; anybody else runs it as it is.
 */
final class RootWrapper {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private final List<String> prefix;

    private RootWrapper(List<String> prefix) {
        this.prefix = prefix;
    }

    static RootWrapper forThisUser(Path home) {
        if (!Command.run(home, List.of("id", "-u"), PATIENCE).output().equals("0")) {
            return new RootWrapper(List.of());
        }
        String reason;
        try {
            Command.Result probe = Command.run(home, List.of("unshare", "-U", "true"), PATIENCE);
            if (probe.exit() == 0) {
                return new RootWrapper(NAMESPACE);
            }
            reason = probe.output();
        } catch (LocalStackException e) {
            reason = e.getMessage();
        }
        throw new LocalStackException("PostgreSQL does not run as root, and giving it a user namespace failed ("
                + reason + "); run as an ordinary user, or install util-linux and allow user namespaces");
    }

    List<String> wrap(List<String> command) {
        List<String> wrapped = new ArrayList<>(prefix);
        wrapped.addAll(command);
        return wrapped;
    }
}
