package com.servistech.erp.http.audit;

import com.servistech.erp.audit.Anchor;
import com.servistech.erp.audit.AuditEntry;
import com.servistech.erp.audit.AuditQuery;
import com.servistech.erp.audit.AuditReport;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.access.ReadOnly;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Page;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who did what, and that nobody changed the record. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    /**
     * @param anchor the line of an anchor that was kept outside
     * @param rows whether the rows of the business are held against the record as well, which takes longer
     */
    @Schema(example = """
            {"rows": true}""")
    public record Verification(@Maybe String anchor, @Maybe Boolean rows) {
        Anchor kept() {
            return anchor == null ? null : Anchor.parse(anchor);
        }
    }

    /** @param tampered whether something was found that no older backup explains */
    public record AuditVerdict(boolean intact, boolean tampered, List<ChainVerdict> chains) {
        static AuditVerdict of(AuditReport report) {
            return new AuditVerdict(
                    report.intact(),
                    report.tampered(),
                    report.chains().stream().map(ChainVerdict::of).toList());
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.AUDIT_READ)
    @ChainWide
    @Operation(summary = "Changes and notes, newest first; of every store for a SUPER_ADMIN who chooses none")
    @PageOf(AuditedChange.class)
    public Response list(
            @QueryParam("entity") String entity,
            @QueryParam("id") UUID id,
            @QueryParam("userId") UUID userId,
            @QueryParam("action") String action,
            @QueryParam("requestId") String requestId,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        AuditQuery query = new AuditQuery(entity, id, userId, action, requestId, from, to, Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(changes(s.audit().list(query))));
    }

    @POST
    @Path("verify")
    @Needs(Permission.AUDIT_READ)
    @ChainWide
    @ReadOnly
    @Operation(summary = "Recomputes the chain over all changes and names what does not fit")
    @RequestBodySchema(Verification.class)
    @APIResponseSchema(value = AuditVerdict.class, responseCode = "200")
    public Response verify(@Maybe Body body) {
        Verification asked = body == null ? new Verification(null, null) : body.as(Verification.class);
        Anchor anchor = asked.kept();
        return edge.read(s -> Answer.ok(AuditVerdict.of(s.audit().verify(anchor, Boolean.TRUE.equals(asked.rows())))));
    }

    private static Page<AuditedChange> changes(Page<AuditEntry> page) {
        return new Page<>(page.items().stream().map(AuditedChange::of).toList(), page.nextCursor());
    }
}
