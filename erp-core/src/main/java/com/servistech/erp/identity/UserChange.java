package com.servistech.erp.identity;

import java.util.List;
import java.util.UUID;

/**
 * How a person is to be from now on.
 *
 * @param storeId the home store; null keeps it, or takes the first one when they no longer work there
 * @param memberships all that are to go on in the stores of the scope; one that is missing here ends
 */
public record UserChange(String name, boolean active, UUID storeId, List<UserCard.Membership> memberships) {

    public UserChange {
        memberships = List.copyOf(memberships);
    }
}
