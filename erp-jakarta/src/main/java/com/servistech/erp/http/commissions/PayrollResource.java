package com.servistech.erp.http.commissions;

import com.servistech.erp.commissions.pay.Payroll;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Download;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What everybody is paid in commissions (nómina de comisiones). */
@Path("reports/payroll")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PayrollResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.COMMISSIONS_READ_ALL)
    @Operation(
            summary = "What everybody is paid for a month, this one unless said; as it would be, until it is approved")
    @APIResponseSchema(Payroll.class)
    public Response payroll(@QueryParam("period") String period) {
        return edge.read(s -> Answer.ok(
                s.commissions().payroll(period == null ? s.today().toString().substring(0, 7) : period)));
    }

    @GET
    @Path("csv")
    @Needs(Permission.COMMISSIONS_READ_ALL)
    @Produces("text/csv")
    @Operation(summary = "The payroll of a month, this one unless said, a person a row")
    @FileOf("text/csv")
    public Response payrollCsv(@QueryParam("period") String period) {
        return edge.file("text/csv;charset=UTF-8", s -> {
            Payroll payroll = s.commissions()
                    .payroll(period == null ? s.today().toString().substring(0, 7) : period);
            return new Download(
                    "nomina-" + payroll.period() + ".csv", payroll.csv().getBytes(StandardCharsets.UTF_8));
        });
    }
}
