package com.servistech.erp.events;

import com.servistech.erp.tenancy.StoreId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way out.
 *
 * @param position rises with every event of the whole chain; given when it left and never another one
 * @param store whose event it is; {@link StoreId#CHAIN} for the chain's own
 * @param payload JSON as it was written
 */
public record PublishedEvent(
        long position, StoreId store, UUID id, String topic, UUID entityId, Instant occurredAt, String payload) {}
