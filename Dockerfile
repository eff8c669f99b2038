FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
COPY sql sql
COPY src src
RUN mvn -q -B package -DskipTests

FROM eclipse-temurin:25-jre AS program
RUN useradd --uid 10001 --no-create-home broadside && mkdir /data && chown broadside /data
COPY --from=build /source/target/broadside.jar /app/
COPY docker/java.options docker/broadside /app/

# The cache must be made by the very Java, jar and options that will use it, and by somebody whom PostgreSQL lets start it.
FROM program AS training
RUN apt-get update && apt-get install -y --no-install-recommends curl
COPY docker/train.sh /app/
RUN mkdir /trained && chown broadside /trained
USER broadside
RUN /app/train.sh /app /trained/broadside.aot

FROM program
COPY --from=training /trained/broadside.aot /app/
USER broadside
WORKDIR /data
ENV BROADSIDE_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["/app/broadside", "health"]
ENTRYPOINT ["/app/broadside"]
