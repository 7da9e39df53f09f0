package com.servistech.erp.http.identity;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.AcrossStores;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.UserCard;
import com.servistech.erp.identity.UserChange;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** People who sign in. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Schema(example = """
            {"name": "José Luis Pérez", "email": "jose.perez@example.com", "role": "TECHNICIAN",
             "storeId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "password": "primera clave larga"}""")
    public record UserDraft(
            String name,
            String email,
            Role role,
            @Maybe UUID storeId,
            @Maybe List<UUID> storeIds,
            String password) {
        NewUser input() {
            return new NewUser(name, email, role, storeId, storeIds == null ? List.of() : storeIds, password);
        }

        @Override
        public String toString() {
            return "UserDraft[" + email + "]";
        }
    }

    @Schema(example = """
            {"name": "José Luis Pérez", "active": true,
             "memberships": [{"storeId": "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87", "role": "TECHNICIAN"}]}""")
    public record UserDetails(
            String name, boolean active, @Maybe UUID storeId, List<UserCard.Membership> memberships) {
        UserChange input() {
            return new UserChange(name, active, storeId, memberships);
        }
    }

    @Schema(example = """
            {"newPassword": "segunda clave larga"}""")
    public record NewPassword(String newPassword) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.USERS_READ)
    @ChainWide
    @Operation(summary = "People, by address")
    @PageOf(UserCard.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.identity().list(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.USERS_READ)
    @ChainWide
    @Operation(summary = "One person")
    @APIResponseSchema(UserCard.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> {
            UserCard user = s.identity().get(id);
            return Answer.ok(user, user.version());
        });
    }

    @POST
    @Needs(Permission.USERS_WRITE)
    @ChainWide
    @Operation(summary = "Lets a person in, with a first role in one store")
    @RequestBodySchema(UserDraft.class)
    @APIResponseSchema(value = UserCard.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`users.email-taken`")
    public Response add(Body body) {
        return edge.post(s -> {
            UserCard user = s.identity().add(body.as(UserDraft.class).input());
            return Answer.created(user, "users", user.id(), user.version());
        });
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.USERS_WRITE)
    @ChainWide
    @AcrossStores
    @Operation(
            summary = "Changes a person's name, home store, roles, and whether they may sign in",
            description = "`memberships` are all that go on in the stores of the scope: one that is missing ends.")
    @RequestBodySchema(UserDetails.class)
    @APIResponseSchema(UserCard.class)
    public Response change(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            UserDetails details = body.as(UserDetails.class, () -> s.identity().get(id));
            UserCard user = s.identity().change(id, edge.expectedVersion(), details.input());
            return Answer.ok(user, user.version());
        });
    }

    @PUT
    @Path("{id}/password")
    @Needs(Permission.USERS_WRITE)
    @ChainWide
    @AcrossStores
    @Operation(summary = "A new password for somebody who forgot theirs; their sessions end")
    @RequestBodySchema(NewPassword.class)
    @APIResponse(responseCode = "204", description = "Changed")
    public Response resetPassword(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            NewPassword change = body.as(NewPassword.class, () -> s.identity().get(id));
            s.identity().resetPassword(id, edge.expectedVersion(), change.newPassword());
            return Answer.nothing();
        });
    }
}
