package com.servistech.erp.http.audit;

import com.servistech.erp.audit.AuditEntry;
import com.servistech.erp.audit.AuditQuery;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.access.ReadOnly;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who did what. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    public record AuditVerdict(boolean intact, Long firstBrokenPosition) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.AUDIT_READ)
    @ChainWide
    @Operation(summary = "Changes, newest first")
    @PageOf(AuditEntry.class)
    public Response list(
            @QueryParam("entity") String entity,
            @QueryParam("id") UUID id,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        AuditQuery query = new AuditQuery(entity, id, from, to, Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.audit().list(query)));
    }

    @POST
    @Path("verify")
    @Needs(Permission.AUDIT_READ)
    @ChainWide
    @ReadOnly
    @Operation(summary = "Recomputes the chain over all changes and says where it first breaks")
    @APIResponseSchema(value = AuditVerdict.class, responseCode = "200")
    public Response verify() {
        return edge.read(s -> {
            Optional<Long> broken = s.audit().firstBrokenLink();
            return Answer.ok(new AuditVerdict(broken.isEmpty(), broken.orElse(null)));
        });
    }
}
