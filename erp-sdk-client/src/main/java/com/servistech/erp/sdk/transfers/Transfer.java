package com.servistech.erp.sdk.transfers;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A transfer as the caller's store knows it. */
public final class Transfer extends Model {

    private Transfer(JsonView view) {
        super(view);
    }

    public static Transfer over(JsonView view) {
        return new Transfer(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** OUT or IN. */
    public String side() {
        return view().string("side");
    }

    public UUID fromStoreId() {
        return view().uuid("fromStoreId");
    }

    public UUID toStoreId() {
        return view().uuid("toStoreId");
    }

    /** REQUESTED, SENT, RECEIVED or CANCELLED. */
    public String status() {
        return view().string("status");
    }

    /** The other store has not answered yet. */
    public boolean cancelAsked() {
        return view().flag("cancelAsked");
    }

    public Optional<String> note() {
        return view().optional("note", view()::string);
    }

    public Optional<String> reason() {
        return view().optional("reason", view()::string);
    }

    public Money value() {
        return view().money("value");
    }

    public Money valueVes() {
        return view().money("valueVes");
    }

    public Instant requestedAt() {
        return view().instant("requestedAt");
    }

    public Optional<Instant> sentAt() {
        return view().optional("sentAt", view()::instant);
    }

    public Optional<Instant> closedAt() {
        return view().optional("closedAt", view()::instant);
    }

    public List<TransferLine> lines() {
        return view().objects("lines").stream().map(TransferLine::over).toList();
    }
}
