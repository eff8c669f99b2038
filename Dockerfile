FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY sql sql
COPY src src
RUN mvn -q -B package -DskipTests

FROM eclipse-temurin:25-jre-alpine
RUN adduser -D -H broadside && mkdir /data && chown broadside /data
COPY --from=build /src/target/broadside.jar /app/broadside.jar
USER broadside
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/app/broadside.jar"]
