package com.servistech.erp.audit;

/**
 * Where anchors are kept: out of the reach of whoever could change the database. Given only what was committed.
 */
public interface AnchorPlace {

    void keep(Anchor anchor);
}
