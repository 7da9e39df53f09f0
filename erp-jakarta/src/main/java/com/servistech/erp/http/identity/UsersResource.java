package com.servistech.erp.http.identity;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.identity.UserCard;
import com.servistech.erp.tenancy.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** People who sign in. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {

    public record Draft(
            String name, String email, Role role, @Maybe UUID storeId, String password) {
        @Override
        public String toString() {
            return "Draft[" + email + "]";
        }
    }

    @Inject
    private Edge edge;

    @GET
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.readChain(s -> Answer.ok(s.identity().list(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        return edge.readChain(s -> {
            UserCard user = s.identity().get(id);
            return Answer.ok(user, user.version());
        });
    }

    @POST
    public Response add(Draft body) {
        return edge.postChain(s -> {
            UserCard user = s.identity()
                    .add(new NewUser(body.name(), body.email(), body.role(), body.storeId(), body.password()));
            return Answer.created(user, "users", user.id(), user.version());
        });
    }
}
