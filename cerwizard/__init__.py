"""An offline wizard that leads a writer through a clinical evaluation under the MDR."""

__version__ = "0.1.0"
