package com.servistech.erp.tenancy;

/** What a person is in a store. SUPER_ADMIN belongs to the chain; the others are held per store. */
public enum Role {
    SUPER_ADMIN(3),
    MANAGER(1),
    SUPERVISOR(0),
    FRONT_DESK(0),
    TECHNICIAN(0),
    QA(0),
    WAREHOUSE(0),
    COURIER(0),
    CUSTOMER(0),
    REGIONAL_MANAGER(2),
    ACCOUNTANT(0);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /** Whether this role may give and take the other one: nobody makes an equal, so nobody rises by a friend's hand. */
    public boolean outranks(Role other) {
        return rank > other.rank;
    }
}
