package com.servistech.erp.sdk.health;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.List;

/** The state of the server and of what it depends on. */
public final class Health extends Model {

    private Health(JsonView view) {
        super(view);
    }

    public static Health over(JsonView view) {
        return new Health(view);
    }

    /** UP or DOWN. */
    public String status() {
        return view().string("status");
    }

    public List<Check> checks() {
        return view().objects("checks").stream().map(Check::over).toList();
    }

    public boolean up() {
        return status().equals("UP");
    }
}
