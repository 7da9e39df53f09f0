package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;

/** A program to be let in. */
public final class ServiceAccountDraft extends Draft<ServiceAccountDraft> {

    private ServiceAccountDraft(JsonObject json) {
        super(json);
    }

    /** @param permissions some of those of the role, none of those that are for people */
    public static ServiceAccountDraft of(String name, String role, List<String> permissions) {
        return new ServiceAccountDraft(Body.of("name", name, "role", role, "permissions", permissions));
    }

    /** The last day of its first key, a year from today at most. */
    public ServiceAccountDraft lastDay(LocalDate value) {
        return put("lastDay", value);
    }

    @Override
    protected ServiceAccountDraft copy(JsonObject changed) {
        return new ServiceAccountDraft(changed);
    }
}
