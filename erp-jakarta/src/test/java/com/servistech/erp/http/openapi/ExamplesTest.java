package com.servistech.erp.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.http.json.Body;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Stream<Class<?>> bodies() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.servistech.erp.http")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(RequestBodySchema.class))
                        .map(JavaMethod::reflect)
                        .<Class<?>>map(method ->
                                method.getAnnotation(RequestBodySchema.class).value())
                        .distinct();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyBodyHasAnExampleThatIsOne(Class<?> body) {
        Schema schema = body.getAnnotation(Schema.class);
        assertThat(schema).isNotNull();
        Record bound =
                Body.parse(schema.example().getBytes(StandardCharsets.UTF_8)).as(body.asSubclass(Record.class));
        assertThat(bound).isInstanceOf(body);
    }
}
