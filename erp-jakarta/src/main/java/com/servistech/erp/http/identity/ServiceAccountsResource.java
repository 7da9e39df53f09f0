package com.servistech.erp.http.identity;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.identity.IssuedKey;
import com.servistech.erp.identity.NewServiceAccount;
import com.servistech.erp.identity.ServiceAccountCard;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Programs of integrators. A key is told once and kept nowhere: what issues one is not repeated by an Idempotency-Key. */
@Path("service-accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServiceAccountsResource {

    @Schema(example = """
            {"name": "Tienda en línea", "role": "FRONT_DESK", "permissions": ["PARTS_READ", "ORDERS_READ"]}""")
    public record ServiceAccountDraft(
            String name,
            Role role,
            List<Permission> permissions,
            @Maybe LocalDate lastDay) {
        NewServiceAccount input() {
            return new NewServiceAccount(name, role, Set.copyOf(permissions), lastDay);
        }
    }

    @Schema(example = """
            {"lastDay": "2027-03-31"}""")
    public record ApiKeyDraft(@Maybe LocalDate lastDay) {}

    /** The key in full, this once. */
    public record NewApiKey(String key, ServiceAccountCard account) {
        static NewApiKey of(IssuedKey issued) {
            return new NewApiKey(issued.key(), issued.account());
        }

        @Override
        public String toString() {
            return "NewApiKey[" + account.id() + "]";
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.USERS_READ)
    @Operation(summary = "The programs of the store, the newest first")
    @PageOf(ServiceAccountCard.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.identity().serviceAccounts(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.USERS_READ)
    @Operation(summary = "One program")
    @APIResponseSchema(ServiceAccountCard.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.identity().serviceAccount(id)));
    }

    @POST
    @Needs(Permission.USERS_WRITE)
    @Operation(
            summary = "Lets a program into the store, with its first key",
            description =
                    "The key is in this answer and nowhere else. The program may do what `permissions` says, all of"
                            + " which its role may; those that ask for a second person are for people.")
    @RequestBodySchema(ServiceAccountDraft.class)
    @APIResponseSchema(value = NewApiKey.class, responseCode = "201")
    public Response open(Body body) {
        return edge.write(s -> {
            IssuedKey issued = s.identity()
                    .openServiceAccount(body.as(ServiceAccountDraft.class).input());
            return Answer.created(NewApiKey.of(issued));
        });
    }

    @POST
    @Path("{id}/keys")
    @Needs(Permission.USERS_WRITE)
    @Operation(summary = "Another key, so that the old one can be replaced without a gap")
    @RequestBodySchema(ApiKeyDraft.class)
    @APIResponseSchema(value = NewApiKey.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "`service-accounts.too-many-keys`: two are good already; `service-accounts.closed`")
    public Response addKey(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            ApiKeyDraft draft = body.as(ApiKeyDraft.class, () -> s.identity().serviceAccount(id));
            return Answer.created(NewApiKey.of(s.identity().addKey(id, draft.lastDay())));
        });
    }

    @POST
    @Path("{id}/keys/{keyId}/revoke")
    @Needs(Permission.USERS_WRITE)
    @Operation(summary = "Ends a key; what came in by it is out within seconds")
    @APIResponseSchema(ServiceAccountCard.class)
    public Response revoke(@PathParam("id") UUID id, @PathParam("keyId") UUID keyId) {
        return edge.write(s -> Answer.ok(s.identity().revokeKey(id, keyId)));
    }

    @POST
    @Path("{id}/close")
    @Needs(Permission.USERS_WRITE)
    @Operation(summary = "Ends the account with all its keys, for good")
    @APIResponseSchema(ServiceAccountCard.class)
    public Response close(@PathParam("id") UUID id) {
        return edge.write(s -> Answer.ok(s.identity().closeServiceAccount(id)));
    }
}
