package com.servistech.erp.health;

import java.util.Optional;

/** What the database does not know: the machine. */
public interface OutsideFacts {

    /** Free space where this process keeps its files, in bytes; empty where it cannot be told. */
    Optional<Long> diskFree();
}
