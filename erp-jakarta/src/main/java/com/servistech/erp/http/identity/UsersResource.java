package com.servistech.erp.http.identity;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.UserCard;
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
            String name, String email, Role role, @Maybe UUID storeId, String password) {
        NewUser input() {
            return new NewUser(name, email, role, storeId, password);
        }

        @Override
        public String toString() {
            return "UserDraft[" + email + "]";
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
}
