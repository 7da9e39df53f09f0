package com.servistech.erp.http.health;

import com.servistech.erp.health.HealthReport;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How the ERP was, once a day. */
@Path("health-reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthReportsResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.JOBS_READ)
    @ChainWide
    @Operation(summary = "Health reports, newest first")
    @PageOf(HealthReport.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.health().list(Edge.page(limit, cursor))));
    }
}
