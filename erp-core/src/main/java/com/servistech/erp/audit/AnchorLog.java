package com.servistech.erp.audit;

import java.lang.System.Logger.Level;

/** A line of the log with the whole anchor: logs leave the machine by themselves. */
public final class AnchorLog implements AnchorPlace {

    private static final System.Logger LOG = System.getLogger(AnchorLog.class.getName());

    @Override
    public void keep(Anchor anchor) {
        LOG.log(Level.INFO, "audit anchor {0}", anchor.toJson());
    }
}
