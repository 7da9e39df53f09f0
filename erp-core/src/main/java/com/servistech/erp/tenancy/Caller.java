package com.servistech.erp.tenancy;

/** Who acts. There is no "current user" anywhere below: the caller is always an argument. */
public sealed interface Caller permits UserCaller, SystemCaller, PublicCaller {

    Origin origin();

    /** The name under which row level security and the audit know this caller in a store. */
    String roleIn(StoreId store);

    /** Whether this caller may act for the store at all. */
    boolean reaches(StoreId store);

    /** Whether this caller may act for the whole chain at once. */
    boolean reachesChain();

    boolean may(Permission permission, StoreId store);
}
