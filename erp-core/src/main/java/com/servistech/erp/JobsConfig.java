package com.servistech.erp;

import com.servistech.erp.jobs.Catalogue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How this process takes part in the jobs of the chain.
 *
 * @param node tells this process from every other one that is alive
 * @param works whether it plans and works on jobs at all
 * @param crons lines of cron of jobs that are due otherwise than usual; none for one that runs only when asked for
 * @param slack where people are told; null for nowhere. A secret: it never appears in {@link #toString()}
 */
public record JobsConfig(String node, boolean works, Map<String, List<String>> crons, URI slack) {

    public static final JobsConfig STANDARD = new JobsConfig(process(), false, Map.of(), null);

    private static final Set<String> ROLES = Set.of("api", "websocket", "jobs");

    public JobsConfig {
        crons = Map.copyOf(crons);
    }

    static JobsConfig from(Map<String, String> environment, List<String> problems) {
        String node = environment.getOrDefault("ERP_NODE", "").strip();
        return new JobsConfig(
                node.isEmpty() ? process() : node,
                works(environment, problems),
                crons(environment.getOrDefault("ERP_JOBS_SCHEDULE", ""), problems),
                slack(environment.getOrDefault("ERP_SLACK_WEBHOOK_URL", "").strip(), problems));
    }

    /** Two processes on hosts of the same name still differ, and one that comes back is not taken for itself. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return System.getenv().getOrDefault("HOSTNAME", "localhost") + "-" + self.pid() + "-"
                + self.info()
                        .startInstant()
                        .map(at -> Long.toString(at.getEpochSecond(), 36))
                        .orElse("0");
    }

    private static boolean works(Map<String, String> environment, List<String> problems) {
        String roles = environment.getOrDefault("ERP_ROLES", "").strip();
        List<String> named = Stream.of(roles.split("[\\s,]+"))
                .filter(role -> !role.isEmpty())
                .toList();
        if (!ROLES.containsAll(named)) {
            problems.add("ERP_ROLES is some of api, websocket, jobs, not " + roles);
        }
        return named.isEmpty() || named.contains("jobs");
    }

    /** {@code bcv-rates=0 8,13 * * MON-SAT | 0 18 * * *; purge=off} */
    private static Map<String, List<String>> crons(String text, List<String> problems) {
        Map<String, List<String>> crons = new LinkedHashMap<>();
        for (String entry : text.split(";")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] parts = entry.split("=", 2);
            String job = parts[0].strip();
            if (parts.length < 2 || !Catalogue.standard().has(job)) {
                problems.add("ERP_JOBS_SCHEDULE is written job=lines of cron; \"" + entry.strip() + "\" is not");
                continue;
            }
            List<String> lines = parts[1].strip().equals("off")
                    ? List.of()
                    : Stream.of(parts[1].split("\\|")).map(String::strip).toList();
            try {
                Catalogue.standard().with(Map.of(job, lines));
                crons.put(job, lines);
            } catch (IllegalArgumentException e) {
                problems.add("ERP_JOBS_SCHEDULE: " + job + ": " + e.getMessage());
            }
        }
        return crons;
    }

    private static URI slack(String address, List<String> problems) {
        if (address.isEmpty()) {
            return null;
        }
        try {
            URI uri = URI.create(address);
            boolean here = Set.of("localhost", "127.0.0.1").contains(String.valueOf(uri.getHost()));
            if ("https".equals(uri.getScheme()) && uri.getHost() != null || here && "http".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // named below, without the address, which is a secret
        }
        problems.add("ERP_SLACK_WEBHOOK_URL is not an https address");
        return null;
    }

    @Override
    public String toString() {
        return "JobsConfig[node=" + node + ", works=" + works + ", crons=" + crons + "]";
    }
}
