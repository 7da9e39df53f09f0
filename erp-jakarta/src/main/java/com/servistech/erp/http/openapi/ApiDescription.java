package com.servistech.erp.http.openapi;

import com.servistech.erp.files.Files;
import com.servistech.erp.http.access.SendsFile;
import com.servistech.erp.http.json.Json;
import com.servistech.erp.tenancy.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes what the server read off the resources: what every operation shares, the schemas of bodies and answers, and
 * what may be refused. Named in microprofile-config.properties.
 */
public final class ApiDescription implements OASFilter {

    private static final String JSON = "application/json";

    private final Schemas schemas = new Schemas();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((verb, operation) -> describe(operation, verb, path)));
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        components.setSchemas(schemas.components());
        components.addSchema(Problems.SCHEMA, Problems.schema());
        SharedParts.addTo(components);
        api.setComponents(components);
        api.setServers(List.of(OASFactory.createServer().url("/")));
    }

    private void describe(Operation operation, PathItem.HttpMethod verb, String path) {
        Act act = Act.of(operation.getOperationId(), verb, path);
        operation.setOperationId(act.operationId());
        operation.setTags(List.of(act.tag()));
        if (act.open()) {
            operation.setSecurity(List.of());
        }
        operation.setParameters(parameters(act));
        operation.setRequestBody(act.body()
                .map(body -> OASFactory.createRequestBody()
                        .required(act.needsBody())
                        .content(content(schemas.request(body), body)))
                .orElse(act.is(SendsFile.class) ? file() : null));
        APIResponses responses = OASFactory.createAPIResponses();
        responses.addAPIResponse(act.success(), success(act));
        Problems.of(act).forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }

    private static RequestBody file() {
        return OASFactory.createRequestBody()
                .required(true)
                .description("The file itself, at most %d MiB".formatted(Files.LARGEST >> 20))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/octet-stream",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema()
                                                .addType(Schema.SchemaType.STRING)
                                                .contentMediaType("application/octet-stream"))));
    }

    private List<Parameter> parameters(Act act) {
        List<Parameter> all = new ArrayList<>();
        if (act.aboutOne()) {
            all.add(parameter("id", In.PATH).required(true).schema(schemas.answer(UUID.class)));
        }
        for (Act.Query query : act.queries()) {
            all.add(parameter(query.name(), In.QUERY)
                    .description(SharedParts.query(query.name()))
                    .schema(schema(query)));
        }
        if (act.chooses()) {
            all.add(SharedParts.parameterRef("StoreId"));
        }
        if (act.repeatable()) {
            all.add(SharedParts.parameterRef(act.movesValue() ? "IdempotencyKeyRequired" : "IdempotencyKey"));
        }
        if (act.conditional()) {
            all.add(SharedParts.parameterRef("IfMatch"));
        }
        return all;
    }

    private static Parameter parameter(String name, In where) {
        return OASFactory.createParameter().name(name).in(where);
    }

    private Schema schema(Act.Query query) {
        Schema schema = schemas.answer(query.type());
        return query.name().equals("limit")
                ? schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Page.MAX_LIMIT))
                : schema;
    }

    private APIResponse success(Act act) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(act.says(act.success()).orElse("Done"))
                .addHeader("X-Request-ID", SharedParts.headerRef("RequestId"));
        act.pageOf().ifPresent(item -> response.content(content(schemas.pageOf(item), null)));
        act.file()
                .ifPresent(type -> response.content(OASFactory.createContent()
                        .addMediaType(
                                type,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema()
                                                .addType(Schema.SchemaType.STRING)
                                                .contentMediaType(type)))));
        act.answer().ifPresent(answer -> {
            response.content(content(schemas.answer(answer), null));
            if (versioned(answer) && act.chooses()) {
                response.addHeader("ETag", SharedParts.headerRef("ETag"));
                if (act.success().equals("201")) {
                    response.addHeader("Location", SharedParts.headerRef("Location"));
                }
            }
        });
        return act.repeatable()
                ? response.addHeader("Idempotency-Replayed", SharedParts.headerRef("Replayed"))
                : response;
    }

    private static boolean versioned(Class<?> answer) {
        return Arrays.stream(answer.getRecordComponents())
                .anyMatch(component -> component.getName().equals("version"));
    }

    private static Content content(Schema schema, Class<?> example) {
        MediaType media = OASFactory.createMediaType().schema(schema);
        if (example != null) {
            media.setExample(example(example));
        }
        return OASFactory.createContent().addMediaType(JSON, media);
    }

    static Map<String, Object> example(Class<?> body) {
        return Json.object(body.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class)
                .example());
    }
}
