package com.servistech.erp.jobs;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When a job is due: lines of cron (five fields) in one time zone. Each time on the wall counts once: one that a change
 * of the clocks leaves out is due when the gap ends, one that it repeats is due the first time.
 */
public final class Schedule {

    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    /** A gap or an overlap of a zone is shorter than this. */
    private static final int LONGEST_SHIFT_HOURS = 25;

    private final List<String> crons;
    private final List<ExecutionTime> times;
    private final ZoneId zone;

    private Schedule(List<String> crons, List<ExecutionTime> times, ZoneId zone) {
        this.crons = crons;
        this.times = times;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException that names the line which is none of cron */
    public static Schedule of(ZoneId zone, String... crons) {
        return of(zone, List.of(crons));
    }

    public static Schedule of(ZoneId zone, List<String> crons) {
        return new Schedule(
                List.copyOf(crons), crons.stream().map(Schedule::time).toList(), zone);
    }

    private static ExecutionTime time(String line) {
        try {
            Cron cron = PARSER.parse(line);
            return ExecutionTime.forCron(cron.validate());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + line + "\" is not a line of cron: " + e.getMessage(), e);
        }
    }

    public List<String> crons() {
        return crons;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first instant after this one; empty when there is none. */
    public Optional<Instant> next(Instant after) {
        return times.stream()
                .map(time -> next(time, after))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** All instants after one and up to another, at most so many of them, the newest ones. */
    public List<Instant> between(Instant after, Instant upTo, int most) {
        java.util.ArrayDeque<Instant> found = new java.util.ArrayDeque<>();
        Optional<Instant> next = next(after);
        while (next.isPresent() && !next.get().isAfter(upTo)) {
            found.add(next.get());
            if (found.size() > most) {
                found.remove();
            }
            next = next(next.get());
        }
        return List.copyOf(found);
    }

    /** Cron is read as if the zone had one offset only; what a change of the clocks makes of a time is said above. */
    private Instant next(ExecutionTime time, Instant after) {
        LocalDateTime wall = LocalDateTime.ofInstant(after, zone);
        if (zone.getRules().nextTransition(after.minusSeconds(LONGEST_SHIFT_HOURS * 3600L)) != null) {
            // times before this one on the wall may still come, or come again
            wall = wall.minusHours(LONGEST_SHIFT_HOURS);
        }
        Optional<ZonedDateTime> found = time.nextExecution(wall.atZone(ZoneOffset.UTC));
        while (found.isPresent()) {
            Instant instant = instant(found.get().toLocalDateTime());
            if (instant.isAfter(after)) {
                return instant;
            }
            found = time.nextExecution(found.get());
        }
        return null;
    }

    private Instant instant(LocalDateTime wall) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.ofLocal(wall, zone, null).toInstant();
    }
}
