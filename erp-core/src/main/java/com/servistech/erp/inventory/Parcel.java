package com.servistech.erp.inventory;

import java.util.UUID;

/** Pieces of a part that travel between stores, with what they were worth on the shelf that they left. */
public record Parcel(UUID partId, int pieces, Worth worth) {}
