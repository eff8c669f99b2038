// Tells in JSON what feedsmith understands of the JSON Feed at an address.
const {parseJsonFeed} = require('feedsmith');

const seconds = time => time ? Math.floor(Date.parse(time) / 1000) : null;

const entry = found => ({
  id: found.id ?? null,
  link: found.url ?? null,
  title: found.title ?? null,
  author: found.authors?.map(author => author.name).join() ?? null,
  published: seconds(found.date_published),
  updated: seconds(found.date_modified),
  content: found.content_html ?? null,
  language: found.language ?? null,
  tags: found.tags ?? [],
});

const read = async address => {
  const answer = await fetch(address);
  const found = parseJsonFeed(await answer.text());
  const again = await fetch(address, {headers: {'If-None-Match': answer.headers.get('etag')}});
  return {
    fault: null,
    version: 'json',
    title: found.title ?? null,
    description: found.description ?? null,
    home: found.home_page_url ?? null,
    self: found.feed_url ?? null,
    next: found.next_url ?? null,
    entries: found.items.map(entry),
    again: again.status,
  };
};

read(process.argv[2]).then(
  found => console.log(JSON.stringify(found)),
  failure => {
    console.error(failure);
    process.exitCode = 1;
  });
