package com.servistech.erp.sdk.repairs;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.Optional;
import java.util.UUID;

/** A device in for repair. */
public final class ServiceOrder extends Model {

    private ServiceOrder(JsonView view) {
        super(view);
    }

    public static ServiceOrder over(JsonView view) {
        return new ServiceOrder(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String number() {
        return view().string("number");
    }

    public String status() {
        return view().string("status");
    }

    public Optional<String> priority() {
        return view().optional("priority", view()::string);
    }

    public Optional<UUID> customerId() {
        return view().optional("customerId", view()::uuid);
    }

    public Optional<String> customerName() {
        return view().optional("customerName", view()::string);
    }

    public Optional<UUID> deviceId() {
        return view().optional("deviceId", view()::uuid);
    }

    public Optional<UUID> technicianId() {
        return view().optional("technicianId", view()::uuid);
    }

    public Optional<String> technicianName() {
        return view().optional("technicianName", view()::string);
    }

    public Optional<String> reportedIssue() {
        return view().optional("reportedIssue", view()::string);
    }
}
