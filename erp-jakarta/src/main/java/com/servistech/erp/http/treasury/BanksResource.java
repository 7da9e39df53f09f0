package com.servistech.erp.http.treasury;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.treasury.Bank;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Banks by their four-digit code. */
@Path("banks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BanksResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.TREASURY_READ)
    @ChainWide
    @Operation(summary = "Banks whose code is good on a day, today unless said; all on one page")
    @PageOf(Bank.class)
    public Response list(@QueryParam("date") LocalDate date) {
        return edge.read(s -> Answer.ok(new Page<>(s.treasury().banks(date), null)));
    }
}
