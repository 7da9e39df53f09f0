package com.servistech.erp.http.openapi;

import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.MovesValue;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.access.Open;
import com.servistech.erp.http.json.Maybe;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.PathItem;

/** A resource method, asked for what its annotations say. */
record Act(Method method, PathItem.HttpMethod verb, String path) {

    /** A query parameter. */
    record Query(String name, Type type) {}

    /** @param id as the server's configuration has it made: class, underscore, method */
    static Act of(String id, PathItem.HttpMethod verb, String path) {
        int end = id.lastIndexOf('_');
        try {
            Class<?> resource = Class.forName(
                    id.substring(0, end), false, Thread.currentThread().getContextClassLoader());
            return new Act(
                    Arrays.stream(resource.getDeclaredMethods())
                            .filter(method -> method.getName().equals(id.substring(end + 1)))
                            .filter(method -> method.getReturnType() != void.class)
                            .findFirst()
                            .orElseThrow(),
                    verb,
                    path);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the document names a resource that is not there: " + id, e);
        }
    }

    /** {@code customersRegister}: unique, and stays when the path changes. */
    String operationId() {
        String name = method.getName();
        return tag().replace("-", "") + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String tag() {
        return path.split("/")[3];
    }

    boolean is(Class<? extends Annotation> annotation) {
        return method.isAnnotationPresent(annotation);
    }

    boolean open() {
        return is(Open.class);
    }

    boolean chooses() {
        return is(Needs.class);
    }

    boolean chainWide() {
        return is(ChainWide.class);
    }

    boolean post() {
        return verb == PathItem.HttpMethod.POST;
    }

    boolean conditional() {
        return verb == PathItem.HttpMethod.PUT
                || verb == PathItem.HttpMethod.PATCH
                || verb == PathItem.HttpMethod.DELETE;
    }

    /** Whether a repeated key is answered with the first answer. */
    boolean repeatable() {
        return post() && chooses();
    }

    boolean movesValue() {
        return is(MovesValue.class);
    }

    boolean aboutOne() {
        return path.contains("{");
    }

    Optional<Class<?>> body() {
        return Optional.ofNullable(method.getAnnotation(RequestBodySchema.class))
                .map(RequestBodySchema::value);
    }

    boolean needsBody() {
        return Arrays.stream(method.getParameters()).noneMatch(parameter -> parameter.isAnnotationPresent(Maybe.class));
    }

    Optional<Class<?>> pageOf() {
        return Optional.ofNullable(method.getAnnotation(PageOf.class)).map(PageOf::value);
    }

    /** The media type of a file. */
    Optional<String> file() {
        return Optional.ofNullable(method.getAnnotation(FileOf.class)).map(FileOf::value);
    }

    Optional<Class<?>> answer() {
        return Optional.ofNullable(method.getAnnotation(APIResponseSchema.class))
                .map(APIResponseSchema::value);
    }

    /** The status of success. */
    String success() {
        APIResponseSchema answer = method.getAnnotation(APIResponseSchema.class);
        if (answer != null && !answer.responseCode().isEmpty()) {
            return answer.responseCode();
        }
        return Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                .map(APIResponse::responseCode)
                .filter(code -> code.startsWith("2"))
                .findFirst()
                .orElse("200");
    }

    /** What the method says itself about a status. */
    Optional<String> says(String status) {
        return Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                .filter(response -> response.responseCode().equals(status))
                .map(APIResponse::description)
                .findFirst();
    }

    List<Query> queries() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(parameter ->
                        new Query(parameter.getAnnotation(QueryParam.class).value(), parameter.getParameterizedType()))
                .toList();
    }
}
