package com.servistech.erp.notifications;

import java.time.Duration;
import java.util.Optional;

/** Tells people: one attempt, within seconds. Never throws: that nobody could be told is an answer. */
public interface Notifier {

    /** Nobody is told, and nobody should be. */
    Notifier NOBODY = notice -> new Answer(Outcome.REFUSED, Optional.empty());

    /** What became of one attempt. */
    enum Outcome {
        TOLD,
        /** It may work later. */
        LATER,
        /** It never will. */
        REFUSED
    }

    /** @param pause before the next attempt, where the other side said so */
    record Answer(Outcome outcome, Optional<Duration> pause) {}

    Answer tell(Notice notice);
}
