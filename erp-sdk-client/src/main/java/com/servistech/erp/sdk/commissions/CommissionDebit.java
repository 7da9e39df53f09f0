package com.servistech.erp.sdk.commissions;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import com.servistech.erp.sdk.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A charge against a person's pay. */
public final class CommissionDebit extends Model {

    private CommissionDebit(JsonView view) {
        super(view);
    }

    public static CommissionDebit over(JsonView view) {
        return new CommissionDebit(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** PROPOSED, APPROVED, REFUSED or REVERSED. */
    public String state() {
        return view().string("state");
    }

    public Money amount() {
        return view().money("amount");
    }

    /** What was charged, no more than the store's cap; empty before it is decided. */
    public Optional<Money> charged() {
        return view().optional("charged", view()::money);
    }

    /** Pictures and papers that show it. */
    public List<UUID> fileIds() {
        return view().strings("fileIds").stream().map(UUID::fromString).toList();
    }

    public List<String> answers() {
        return view().strings("answers");
    }
}
