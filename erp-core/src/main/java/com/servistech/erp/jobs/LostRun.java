package com.servistech.erp.jobs;

/** Another node works on this run now, or it is over: whoever hears this writes nothing more. */
public final class LostRun extends RuntimeException {

    LostRun(Throwable cause) {
        super("Another node works on this run", cause);
    }
}
