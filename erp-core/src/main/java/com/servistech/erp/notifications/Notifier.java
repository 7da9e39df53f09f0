package com.servistech.erp.notifications;

/** Tells people. Returns at once and never throws: whoever tells something has other work to do. */
public interface Notifier {

    /** Nobody is told. */
    Notifier NOBODY = notice -> {};

    void tell(Notice notice);
}
