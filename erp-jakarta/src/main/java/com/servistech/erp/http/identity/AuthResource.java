package com.servistech.erp.http.identity;

import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.json.Json;
import com.servistech.erp.identity.SignedIn;
import com.servistech.erp.identity.UserCard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Signing in; nothing here is ever kept for idempotency. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthResource {

    public record Credentials(String email, String password) {
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    public record Renewal(String refreshToken) {
        @Override
        public String toString() {
            return "Renewal";
        }
    }

    public record PasswordChange(String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    record Me(UUID id, String name, String email, String role, UUID storeId) {
        static Me of(UserCard card) {
            return new Me(card.id(), card.name(), card.email(), String.valueOf(card.role()), card.storeId());
        }
    }

    record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken, Me user) {
        static Tokens of(SignedIn in) {
            return new Tokens(
                    in.accessToken(), "Bearer", in.expiresIn().toSeconds(), in.refreshToken(), Me.of(in.user()));
        }
    }

    @Inject
    private Edge edge;

    @POST
    @Path("login")
    public Response login(Credentials body) {
        SignedIn in = edge.publicly("sign-in", s -> s.identity().signIn(body.email(), body.password()));
        return Response.ok(Json.write(Tokens.of(in))).build();
    }

    @POST
    @Path("refresh")
    public Response refresh(Renewal body) {
        SignedIn in = edge.publicly("refresh", s -> s.identity().refresh(body.refreshToken()))
                .orElseThrow(() -> new Unauthenticated("auth.session-ended", "Sign in again"));
        return Response.ok(Json.write(Tokens.of(in))).build();
    }

    @POST
    @Path("logout")
    public Response logout(Renewal body) {
        edge.personally(s -> {
            s.identity().signOut();
            return null;
        });
        return Response.noContent().build();
    }

    @POST
    @Path("change-password")
    public Response changePassword(PasswordChange body) {
        edge.personally(s -> {
            s.identity().changePassword(body.currentPassword(), body.newPassword());
            return null;
        });
        return Response.noContent().build();
    }

    @GET
    @Path("me")
    public Response me() {
        return Response.ok(Json.write(edge.personally(s -> s.identity().me()))).build();
    }
}
