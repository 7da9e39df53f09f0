package com.servistech.erp.http;

import com.servistech.erp.http.json.Scalar;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/**
 * A wrong query parameter is wrong input with the parameter's name as pointer, and not an unknown address as JAX-RS has
 * it; an empty one is none.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    private record Converter<T>(Class<T> type, String pointer) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return text == null || text.isBlank() ? null : type.cast(Scalar.read(pointer, type, text));
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Optional<String> name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
        return name.isPresent() && Scalar.knows(type) ? new Converter<>(type, "/" + name.get()) : null;
    }
}
