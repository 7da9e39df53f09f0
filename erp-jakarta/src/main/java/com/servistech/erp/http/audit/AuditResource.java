package com.servistech.erp.http.audit;

import com.servistech.erp.audit.AuditQuery;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Who did what. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    record Verdict(boolean intact, Long firstBrokenPosition) {}

    @Inject
    private Edge edge;

    @GET
    public Response list(
            @QueryParam("entity") String entity,
            @QueryParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        AuditQuery query = new AuditQuery(
                entity,
                Query.uuid("id", id),
                Query.instant("from", from),
                Query.instant("to", to),
                Edge.page(limit, cursor));
        return edge.readChain(s -> Answer.ok(s.audit().list(query)));
    }

    @POST
    @Path("verify")
    public Response verify() {
        return edge.readChain(s -> {
            Optional<Long> broken = s.audit().firstBrokenLink();
            return Answer.ok(new Verdict(broken.isEmpty(), broken.orElse(null)));
        });
    }
}
