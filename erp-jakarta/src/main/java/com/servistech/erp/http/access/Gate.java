package com.servistech.erp.http.access;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Refused;
import com.servistech.erp.http.RequestContext;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.identity.Bearer;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of every request before its resource sees it, always in this order: who is it (401), may they do this
 * there (403), is the request well-formed (400, 413, 415) and does it carry what the act needs (400, 428). What the body
 * says is asked later, inside the transaction.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class Gate implements ContainerRequestFilter {

    private static final Set<String> CONDITIONAL = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Context
    private ResourceInfo resource;

    @Inject
    private RequestContext context;

    @Inject
    private Erp erp;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Method act = resource.getResourceMethod();
        if (act.isAnnotationPresent(Personal.class)) {
            UserCaller caller = context.caller();
            context.enter(
                    caller.roles().isEmpty()
                            ? erp.outside(caller)
                            : erp.inStores(caller, caller.roles().keySet()));
        } else if (!act.isAnnotationPresent(Open.class)) {
            admit(act, request);
        }
        SentBody body = act.isAnnotationPresent(SendsFile.class)
                ? SentBody.file(request)
                : SentBody.of(request, needsBody(act));
        require(act, request);
        context.body(request.getMethod() + " " + request.getUriInfo().getPath(), body.json(), body.sha256());
    }

    private void admit(Method act, ContainerRequestContext request) {
        Needs needs = act.getAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(act + " does not say who may call it");
        }
        UserCaller caller = context.caller();
        Bearer bearer = context.bearer().orElseThrow();
        boolean writing = !SAFE.contains(request.getMethod()) && !act.isAnnotationPresent(ReadOnly.class);
        Scope scope = new StoreChoice(
                        request.getHeaderString("X-Store-ID"),
                        act.isAnnotationPresent(ChainWide.class),
                        writing && !act.isAnnotationPresent(AcrossStores.class))
                .of(bearer);
        Erp.Door door = door(caller, scope);
        context.enter(door);
        if (Arrays.stream(needs.value()).noneMatch(permission -> allowed(caller, permission, scope))) {
            throw door.denied(forbidden(caller, scope, needs.value()));
        }
    }

    private Erp.Door door(UserCaller caller, Scope scope) {
        if (scope instanceof Scope.OneStore one) {
            return erp.inStore(caller, one.store());
        }
        return scope instanceof Scope.SomeStores some ? erp.inStores(caller, some.stores()) : erp.inChain(caller);
    }

    /** In several stores at once only what is allowed in all of them. */
    private static boolean allowed(UserCaller caller, Permission permission, Scope scope) {
        return stores(scope).stream().allMatch(store -> caller.may(permission, store));
    }

    private static Forbidden forbidden(UserCaller caller, Scope scope, Permission[] needed) {
        String roles =
                stores(scope).stream().map(caller::roleIn).distinct().sorted().collect(Collectors.joining(", "));
        String names = Arrays.stream(needed).map(Permission::name).collect(Collectors.joining(" or "));
        return new Forbidden("access.forbidden", "The role %s may not do this (%s)".formatted(roles, names));
    }

    private static Set<StoreId> stores(Scope scope) {
        if (scope instanceof Scope.OneStore one) {
            return Set.of(one.store());
        }
        return scope instanceof Scope.SomeStores some ? some.stores() : Set.of(StoreId.CHAIN);
    }

    private void require(Method act, ContainerRequestContext request) {
        String key = request.getHeaderString("Idempotency-Key");
        if (key == null && act.isAnnotationPresent(MovesValue.class)) {
            throw new Refused(
                    "idempotency.key-required", "Send an Idempotency-Key header, so that a retry cannot act twice");
        } else if (key != null && !key.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Refused("idempotency.key-invalid", "Idempotency-Key has 1 to 200 printable characters");
        }
        String match = request.getHeaderString("If-Match");
        if (match == null && CONDITIONAL.contains(request.getMethod())) {
            throw new ClientErrorException("Send If-Match with the ETag that you read", 428);
        }
        context.conditions(key, match);
    }

    private static boolean needsBody(Method act) {
        return Arrays.stream(act.getParameters())
                .anyMatch(
                        parameter -> parameter.getType() == Body.class && !parameter.isAnnotationPresent(Maybe.class));
    }
}
