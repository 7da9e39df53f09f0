package com.servistech.erp.events;

import java.util.List;

/**
 * Whoever is told about events as they leave the outbox. While nobody can be told, events keep their place and wait; each
 * is told at least once, in the order of its position.
 */
public interface EventPublisher {

    /** Nobody listens: whoever wants events reads them from the outbox, by position. */
    EventPublisher NOBODY = events -> {};

    /** @throws com.servistech.erp.error.Unavailable when not all of them could be handed on; they will be told again */
    void publish(List<PublishedEvent> events);
}
