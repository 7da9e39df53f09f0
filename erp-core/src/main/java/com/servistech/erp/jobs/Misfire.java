package com.servistech.erp.jobs;

/** What is done about fires that nobody saw at their minute, because nothing was running or the database was away. */
public enum Misfire {
    /** The newest of them is run now; the others are written down as missed. */
    RUN_NEWEST,
    /** Each of them is run now, oldest first. */
    RUN_ALL,
    /** None is run; they are written down as missed. */
    SKIP
}
