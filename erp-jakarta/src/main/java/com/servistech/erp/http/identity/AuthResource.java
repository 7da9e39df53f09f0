package com.servistech.erp.http.identity;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.RequestContext;
import com.servistech.erp.http.access.Open;
import com.servistech.erp.http.access.Personal;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Json;
import com.servistech.erp.identity.ProgramAccess;
import com.servistech.erp.identity.SignedIn;
import com.servistech.erp.identity.UserCard;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.UserCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Signing in; nothing here is ever kept for idempotency. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

    @Schema(example = """
            {"email": "ana@example.com", "password": "correct horse battery staple"}""")
    public record Credentials(String email, String password) {
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    @Schema(example = """
            {"refreshToken": "Zm9yIGV4YW1wbGUgb25seSwgbm90IGEgdG9rZW4"}""")
    public record Renewal(String refreshToken) {
        @Override
        public String toString() {
            return "Renewal";
        }
    }

    @Schema(example = """
            {"currentPassword": "correct horse battery staple", "newPassword": "a quieter horse than before"}""")
    public record PasswordChange(String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @Schema(example = """
            {"apiKey": "erpk_Zm9yIGV4YW1wbGUgb25seSwgbm90IGEga2V5IQ"}""")
    public record KeyUse(String apiKey) {
        @Override
        public String toString() {
            return "KeyUse";
        }
    }

    public record ProgramToken(String accessToken, String tokenType, long expiresIn) {
        static ProgramToken of(ProgramAccess access) {
            return new ProgramToken(
                    access.accessToken(), "Bearer", access.expiresIn().toSeconds());
        }

        @Override
        public String toString() {
            return "ProgramToken";
        }
    }

    public record Me(UUID id, String name, String email, Role role, UUID storeId) {
        static Me of(UserCard card) {
            return new Me(card.id(), card.name(), card.email(), card.role(), card.storeId());
        }
    }

    public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken, Me user) {
        static Tokens of(SignedIn in) {
            return new Tokens(
                    in.accessToken(), "Bearer", in.expiresIn().toSeconds(), in.refreshToken(), Me.of(in.user()));
        }

        @Override
        public String toString() {
            return "Tokens[" + user.id() + "]";
        }
    }

    @Inject
    private Erp erp;

    @Inject
    private RequestContext context;

    @Inject
    private Edge edge;

    @POST
    @Path("login")
    @Open
    @Operation(summary = "Signs in with address and password")
    @RequestBodySchema(Credentials.class)
    @APIResponseSchema(value = Tokens.class, responseCode = "200")
    @APIResponse(responseCode = "401", description = "`auth.invalid-credentials`")
    @APIResponse(responseCode = "429", description = "`auth.too-many-attempts`")
    public Response login(Body body) {
        Credentials b = body.as(Credentials.class);
        return tokens(erp.entrance().signIn(context.origin(), b.email(), b.password()));
    }

    @POST
    @Path("refresh")
    @Open
    @Operation(summary = "New tokens for a refresh token, which is used up by this")
    @RequestBodySchema(Renewal.class)
    @APIResponseSchema(value = Tokens.class, responseCode = "200")
    @APIResponse(responseCode = "401", description = "`auth.session-ended`")
    public Response refresh(Body body) {
        Renewal b = body.as(Renewal.class);
        return tokens(edge.publicly("refresh", s -> s.identity().refresh(b.refreshToken()))
                .orElseThrow(() -> new Unauthenticated("auth.session-ended", "Sign in again")));
    }

    @POST
    @Path("token")
    @Open
    @Operation(summary = "An access token for the key of a service account; when it ends, ask again with the key")
    @RequestBodySchema(KeyUse.class)
    @APIResponseSchema(value = ProgramToken.class, responseCode = "200")
    @APIResponse(responseCode = "401", description = "`auth.invalid-key`")
    public Response token(Body body) {
        KeyUse b = body.as(KeyUse.class);
        ProgramAccess access = edge.publicly("key", s -> s.identity().useKey(b.apiKey()));
        return Response.ok(Json.write(ProgramToken.of(access))).build();
    }

    @POST
    @Path("logout")
    @Open
    @Operation(
            summary = "Ends the session of the caller",
            description = "The session of the access token, and that of a `refreshToken` in the body: whoever holds one"
                    + " may end its session when the access token is over.")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(responseCode = "401", description = "`auth.required`: neither token was sent")
    public Response logout() {
        Optional<String> refreshToken =
                context.sent().map(body -> body.as(Renewal.class).refreshToken());
        if (refreshToken.isEmpty() || context.bearer().isPresent()) {
            UserCaller caller = context.caller();
            UUID session = context.bearer().orElseThrow().session();
            erp.outside(caller).write(s -> {
                s.identity().signOut(session);
                return null;
            });
        }
        refreshToken.ifPresent(token -> edge.publicly("logout", s -> {
            s.identity().signOut(token);
            return null;
        }));
        return Response.noContent().build();
    }

    @POST
    @Path("logout-everywhere")
    @Personal
    @Operation(summary = "Ends all sessions of the caller, on every device")
    @APIResponse(responseCode = "204", description = "Signed out everywhere")
    public Response logoutEverywhere() {
        return edge.write(s -> {
            s.identity().signOutEverywhere();
            return Answer.nothing();
        });
    }

    @POST
    @Path("change-password")
    @Personal
    @Operation(summary = "Changes the caller's own password and ends all their sessions")
    @RequestBodySchema(PasswordChange.class)
    @APIResponse(responseCode = "204", description = "Changed")
    public Response changePassword(Body body) {
        PasswordChange b = body.as(PasswordChange.class);
        erp.entrance().changePassword(context.caller(), b.currentPassword(), b.newPassword());
        return Response.noContent().build();
    }

    @GET
    @Path("me")
    @Personal
    @Operation(summary = "The caller")
    @APIResponseSchema(UserCard.class)
    public Response me() {
        return edge.read(s -> Answer.ok(s.identity().me()));
    }

    private static Response tokens(SignedIn in) {
        return Response.ok(Json.write(Tokens.of(in))).build();
    }
}
